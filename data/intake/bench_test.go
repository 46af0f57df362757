package intake

import (
	"strings"
	"testing"
)

func benchmarkRead(b *testing.B, page string) {
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		mustRead(b, "x", page)
	}
}

// BenchmarkReadNovel reads 100,000 words of clean text.
func BenchmarkReadNovel(b *testing.B) { benchmarkRead(b, novel(2400)) }

// BenchmarkReadShortLines reads a megabyte of short lines, as in a paste of many menus.
func BenchmarkReadShortLines(b *testing.B) {
	benchmarkRead(b, strings.Repeat(pastedPage, 1<<20/len(pastedPage)))
}

// BenchmarkReadPaste reads one pasted page.
func BenchmarkReadPaste(b *testing.B) { benchmarkRead(b, pastedPage) }

// BenchmarkReadPage reads one small saved page.
func BenchmarkReadPage(b *testing.B) { benchmarkRead(b, savedPage) }

func BenchmarkCompose(b *testing.B) {
	src := mustRead(b, "x", novel(2400))
	b.SetBytes(int64(len(src.Text)))
	for b.Loop() {
		Compose(&src)
	}
}
