package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"parallax/data"
	"parallax/data/intake/document"
)

// mediaType is that of ISO 32000.
const mediaType = "application/pdf"

// answerMost is how many bytes the child may answer: text in JSON, where a
// letter takes up to six.
const answerMost = 6*document.MaxText + 1<<20

// patience is how much longer than its own limit the parent waits for a child.
const patience = 3 * time.Second

// Read reads a PDF in a process of its own. When ctx ends that is killed, and
// Read returns ctx.Err().
func Read(ctx context.Context, b []byte) (*document.Document, error) {
	if !ready {
		return nil, fmt.Errorf("read a PDF: pdf.Main was not called first")
	}
	program, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("read a PDF: %w", err)
	}
	return ask(ctx, exec.Command(program, childCommand), b, document.MaxPDFTime+patience)
}

// ask runs child on a PDF and makes a document of its answer, whatever it does.
func ask(ctx context.Context, child *exec.Cmd, b []byte, wait time.Duration) (*document.Document, error) {
	out := &limited{}
	limit, stop := context.WithTimeout(ctx, wait)
	defer stop()
	out.full = stop
	cmd := exec.CommandContext(limit, child.Path, child.Args[1:]...)
	cmd.Env = child.Env
	cmd.Stdin, cmd.Stdout = bytes.NewReader(b), out
	cmd.WaitDelay = time.Second
	hideConsole(cmd)
	err := cmd.Run()
	var exit *exec.ExitError
	switch errors.As(err, &exit); {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case out.over:
		return nil, document.Broken(document.PDF, errors.New("its reader answered without end"))
	case limit.Err() != nil || exit != nil && exit.ExitCode() == exitTime:
		return nil, problem(answer{Failure: failTime})
	case exit != nil && exit.ExitCode() == exitMemory:
		return nil, problem(answer{Failure: failMemory})
	case err != nil && !errors.Is(err, exec.ErrWaitDelay):
		return nil, document.Broken(document.PDF, err)
	}
	var a answer
	if err := json.Unmarshal(out.b.Bytes(), &a); err != nil {
		return nil, document.Broken(document.PDF, err)
	}
	if a.Failure != "" {
		return nil, problem(a)
	}
	d := &document.Document{MediaType: mediaType, Title: a.Title, Author: a.Author, Language: a.Language, Address: a.Address}
	for _, block := range a.Blocks {
		if err := d.AddWrapped(block.Kind, block.Text); err != nil {
			return nil, err
		}
	}
	if len(d.Blocks) == 0 {
		return nil, problem(answer{Failure: failPicture})
	}
	return d, nil
}

// limited keeps what is written up to answerMost bytes.
type limited struct {
	b    bytes.Buffer
	full func() // called when more is written
	over bool
}

func (l *limited) Write(b []byte) (int, error) {
	if l.b.Len()+len(b) > answerMost {
		l.over = true
		l.full()
		return 0, errors.New("too much")
	}
	return l.b.Write(b)
}

// problem tells a failure in the reader's words.
func problem(a answer) error {
	p := &data.Problem{Next: "Open it, select the text of the report, copy it, and paste it here."}
	switch a.Failure {
	case failLocked:
		return document.Locked()
	case failPages:
		p.Said = "This PDF has {{.Pages}} pages. Parallax reads up to {{.Most}}."
		p.With = data.With{"Pages": a.Pages, "Most": document.MaxPDFPages}
		p.Next = "Print the pages with the report as a PDF of their own, or copy the report and paste it here."
		p.Err = document.ErrTooBig
	case failPicture:
		p.Said = "This PDF is a picture of a page: there is no text in it."
		p.Next = "Find the page itself and copy its text, or type the text."
		p.Err = document.ErrBlank
	case failLetters:
		p.Said = "This PDF does not say which letters it shows."
		p.Next = "Find the page itself and copy its text, or type the text."
		p.Err = document.ErrBlank
	case failTime:
		p.Said = "Reading this PDF took longer than {{.Most}} seconds."
		p.With = data.With{"Most": int(document.MaxPDFTime.Seconds())}
		p.Err = document.ErrSlow
	case failMemory:
		p.Said = "Reading this PDF takes more than {{.Most}} MB of memory."
		p.With = data.With{"Most": document.MaxPDFMemory >> 20}
		p.Err = document.ErrTooBig
	case failUnpacks:
		return document.Swells()
	default:
		return document.Broken(document.PDF, nil)
	}
	return p
}
