package e2e

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"
)

// A window left alone paints nothing: each of its screens comes to rest, and
// stays so after what lay over it is gone.
func TestWindowLeftAloneRests(t *testing.T) {
	p := newDesk(t).start(sampleTitle)
	p.rests("side by side")
	for _, v := range []struct{ key, name string }{{"ctrl+2", "matched rows"}, {"ctrl+3", "only in one"}, {"ctrl+4", "words"}} {
		p.changes(p.settled(), v.name, func() { p.key(v.key) })
		p.rests(v.name)
	}
	p.changes(p.settled(), "side by side", func() { p.key("ctrl+1") })
	p.changes(p.settled(), "a difference", func() { p.key("F7") })
	p.key("ctrl+n")
	p.write("Who decided?")
	p.key("ctrl+Return")
	p.rests("a note written")
	p.key("ctrl+shift+n")
	p.awaitTitle("All notes — Parallax")
	p.key("Escape")
	p.awaitTitle(sampleTitle)
	p.rests("back from all notes")
	p.clipboard(harbourText)
	p.key("ctrl+v")
	p.awaitTitle("Bring in a report — Parallax")
	p.rests("the page to look over")
	p.close()
}

// rests waits until the program has left the processor alone for a while. Fyne
// looks for events sixty times a second, which takes a fiftieth of it; painting
// the window now and then takes several times that.
func (p *program) rests(where string) {
	p.t.Helper()
	const while = 500 * time.Millisecond
	began, used := time.Now(), p.processor()
	var share float64
	p.await(func() bool {
		took := time.Since(began)
		if took < while {
			return false
		}
		now := p.processor()
		share = float64(now-used) / float64(took)
		began, used = time.Now(), now
		return share < .08
	}, func() string {
		return fmt.Sprintf("%s to come to rest; the program uses %.0f %% of a processor", where, 100*share)
	})
}

// processor is how long processors have worked for the program so far.
func (p *program) processor() time.Duration {
	p.t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		p.t.Fatal(err)
	}
	// See proc(5): user and system time stand 12 and 13 places behind the name,
	// which ends with the last bracket, in hundredths of a second.
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	var hundredths int
	for _, f := range fields[11:13] {
		n, err := strconv.Atoi(string(f))
		if err != nil {
			p.t.Fatal(err)
		}
		hundredths += n
	}
	return time.Duration(hundredths) * 10 * time.Millisecond
}
