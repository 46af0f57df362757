// Package pdf reads the text of PDF files, in reading order, with headings,
// notes and the running lines of the pages told apart.
//
// The files come from strangers and the format is large, so one is read in a
// process of its own: the program started again, which gets the file on its
// standard input and answers on its standard output (child.go). It has limits
// on time and memory; whatever becomes of it, the program goes on (parent.go).
//
// The steps of reading, a file or two to each: objects are read out of the file
// (lex.go, file.go, filter.go, lock.go); a page's orders are followed to see
// which character is drawn where (content.go, font.go, glyphs.go); characters
// become words and rows (words.go), rows columns (columns.go), what runs along
// the edges of the pages is taken out (edges.go), and the rest becomes
// paragraphs (layout.go). Pictures are not looked at.
//
// Why the reader is our own: the libraries in pure Go read too few files (no
// AES, strict tables only) or no text, and PDFium as a WebAssembly module
// (github.com/klippa-app/go-pdfium 1.19.8 on wazero 1.12) reads no better. On
// 49 public files of more than 60 words, held against Poppler's pdftotext, F1
// of words was .98 for both, and of four words in a row .70 for both; on
// articles in columns ours was ahead (.94 to .83 on one of three pages). The
// module has to be compiled in each child: 3.3 to 4 s of processor time and 290
// to 350 MB for one page, where ours takes .03 s; interpreted, 32 pages take 8
// s and 280 MB. With the compiled code kept on the disk, 19 MB of it, that is
// .15 s and 80 MB for one page and 2 to 4 s for 32, where ours takes .15 s. The
// program would grow from 52 to 64 MB. Measured in 2026.
package pdf
