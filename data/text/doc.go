// Package text reads a report's clean text: where its paragraphs, sentences,
// words and quotations are, each as a span of bytes into the text, and what
// each word is once case, curly marks and endings are set aside. It judges
// nothing and compares nothing. The result depends on the text alone.
package text
