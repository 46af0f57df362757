// Package document is what the readers of file formats make of a file: its
// blocks in reading order and what the file says of itself. It also holds the
// limits all of them keep and the sentences that tell when one is reached. It
// reads no format and gives no role to a block.
package document
