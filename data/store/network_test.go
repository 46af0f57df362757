package store

import (
	"runtime"
	"testing"
)

func TestOwnFoldersAreNotOnTheNetwork(t *testing.T) {
	if onNetwork(t.TempDir()) {
		t.Skip("this machine keeps its temporary files on another one")
	}
	if onNetwork("a folder that is not there") {
		t.Error("a folder that is not there is on the network")
	}
	if runtime.GOOS == "windows" && !onNetwork(`\\server\share\class`) {
		t.Error("a share is not known for one")
	}
}
