module github.com/go-shiori/go-readability

go 1.26
