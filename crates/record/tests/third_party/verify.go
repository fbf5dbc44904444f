// Checks an exported room, its receipts and its earlier checkpoints with Go's sumdb packages, which are not ours.
//
//	verify room  DIRECTORY VKEY [EARLIER-CHECKPOINT...]
//	verify proof RECEIPT VKEY
//	verify flip  DIRECTORY VKEY
//
// Debian: golang-go golang-golang-x-mod-dev; GO111MODULE=off GOPATH=/usr/share/gocode go build verify.go
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

type files map[string][]byte

func main() {
	if len(os.Args) < 4 {
		fail(errors.New("usage: verify room|proof|flip FILE VKEY [EARLIER...]"))
	}
	var said string
	var err error
	switch command, path, vkey := os.Args[1], os.Args[2], os.Args[3]; command {
	case "room":
		said, err = room(path, vkey, os.Args[4:])
	case "proof":
		said, err = receipt(path, vkey)
	case "flip":
		said, err = flip(path, vkey)
	default:
		err = errors.New("unknown command " + command)
	}
	if err != nil {
		fail(err)
	}
	fmt.Println(said)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func room(directory, vkey string, earlier []string) (string, error) {
	all, err := read(directory)
	if err != nil {
		return "", err
	}
	tree, reader, err := check(all, vkey)
	if err != nil {
		return "", err
	}
	for _, path := range earlier {
		bytes, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		old, err := head(bytes, vkey)
		if err != nil {
			return "", err
		}
		proof, err := tlog.ProveTree(tree.N, old.N, reader)
		if err != nil {
			return "", err
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("room of %d entries, %d earlier checkpoints, root %s", tree.N, len(earlier), tree.Hash), nil
}

// check verifies the signature, every tile, that every entry is included, and every body against its commitment.
func check(all files, vkey string) (tlog.Tree, tlog.HashReader, error) {
	tree, err := head(all["checkpoint"], vkey)
	if err != nil {
		return tree, nil, err
	}
	entries, err := bundles(all, tree.N)
	if err != nil {
		return tree, nil, err
	}
	reader := tlog.TileHashReader(tree, tiles{all})
	root, err := tlog.TreeHash(tree.N, reader)
	if err != nil {
		return tree, nil, err
	}
	if root != tree.Hash {
		return tree, nil, errors.New("the tiles give another root")
	}
	for n, entry := range entries {
		proof, err := tlog.ProveRecord(tree.N, int64(n), reader)
		if err != nil {
			return tree, nil, err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(n), tlog.RecordHash(entry)); err != nil {
			return tree, nil, err
		}
	}
	return tree, reader, bodies(all["bodies.jsonl"], entries)
}

func head(signed []byte, vkey string) (tlog.Tree, error) {
	var tree tlog.Tree
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tree, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() || lines[3] != "" {
		return tree, errors.New("the note is no checkpoint of this room")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

// tiles reads tiles by their C2SP names, in which the height is not written.
type tiles struct{ all files }

func (t tiles) Height() int                         { return height }
func (t tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		name := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", height), "tile/", 1)
		bytes, ok := t.all[name]
		if !ok {
			return nil, errors.New("missing " + name)
		}
		data = append(data, bytes)
	}
	return data, nil
}

func bundles(all files, size int64) ([][]byte, error) {
	var entries [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := int(size - n*256)
		if width > 256 {
			width = 256
		}
		tile := tlog.Tile{H: height, L: 0, N: n, W: width}
		name := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/0/", height), "tile/entries/", 1)
		rest, ok := all[name]
		if !ok {
			return nil, errors.New("missing " + name)
		}
		for i := 0; i < width; i++ {
			if len(rest) < 2 || len(rest)-2 < int(binary.BigEndian.Uint16(rest)) {
				return nil, errors.New("cut short: " + name)
			}
			length := int(binary.BigEndian.Uint16(rest))
			entries = append(entries, rest[2:2+length])
			rest = rest[2+length:]
		}
		if len(rest) > 0 {
			return nil, errors.New("too long: " + name)
		}
	}
	return entries, nil
}

type envelope struct {
	Body struct{ Commitment string }
}

func bodies(lines []byte, entries [][]byte) error {
	for _, line := range bytes.Split(bytes.TrimSuffix(lines, []byte("\n")), []byte("\n")) {
		if len(line) == 0 {
			continue
		}
		var body struct {
			Body, Salt string
			Number     int
		}
		if err := json.Unmarshal(line, &body); err != nil {
			return err
		}
		if body.Number < 1 || body.Number > len(entries) {
			return errors.New("a body without an entry")
		}
		if err := commits(entries[body.Number-1], body.Body, body.Salt); err != nil {
			return err
		}
	}
	return nil
}

func commits(entry []byte, body, salt string) error {
	var said envelope
	if err := json.Unmarshal(entry, &said); err != nil {
		return err
	}
	text, err := base64.StdEncoding.DecodeString(body)
	if err != nil {
		return err
	}
	key, err := hex.DecodeString(salt)
	if err != nil {
		return err
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(text)
	if hex.EncodeToString(mac.Sum(nil)) != said.Body.Commitment {
		return errors.New("a body is not the one committed to")
	}
	return nil
}

func receipt(path, vkey string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	parts := strings.SplitN(string(text), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return "", errors.New("not a tlog-proof")
	}
	raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return "", err
	}
	var extra struct{ Envelope, Body, Salt string }
	if err := json.Unmarshal(raw, &extra); err != nil {
		return "", err
	}
	entry, err := base64.StdEncoding.DecodeString(extra.Envelope)
	if err != nil {
		return "", err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return "", err
	}
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return "", err
		}
		proof = append(proof, hash)
	}
	tree, err := head([]byte(parts[1]), vkey)
	if err != nil {
		return "", err
	}
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
		return "", err
	}
	if extra.Body != "" {
		if err := commits(entry, extra.Body, extra.Salt); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("entry %d of %d", index+1, tree.N), nil
}

// flip alters every byte of the checkpoint, the tiles and the entries in turn and expects a refusal each time.
func flip(directory, vkey string) (string, error) {
	all, err := read(directory)
	if err != nil {
		return "", err
	}
	if _, _, err := check(all, vkey); err != nil {
		return "", err
	}
	flips := 0
	for name, bytes := range all {
		if name != "checkpoint" && !strings.HasPrefix(name, "tile/") {
			continue
		}
		for i := range bytes {
			bytes[i] ^= 1
			if _, _, err := check(all, vkey); err == nil {
				return "", fmt.Errorf("%s byte %d altered and not noticed", name, i)
			}
			bytes[i] ^= 1
			flips++
		}
	}
	return fmt.Sprintf("%d flips refused", flips), nil
}

func read(directory string) (files, error) {
	all := files{}
	err := filepath.Walk(directory, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		name, err := filepath.Rel(directory, path)
		if err != nil {
			return err
		}
		all[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	return all, err
}
