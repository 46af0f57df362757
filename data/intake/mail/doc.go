// Package mail reads what is built like an e-mail: messages (.eml) and web
// pages saved with all that belongs to them in one file (.mhtml, .mht). It
// finds the part a reader would be shown, and the files attached. Pictures and
// the addresses of things outside are never followed.
package mail
