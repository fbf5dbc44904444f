// Opens the published entries at rest with ciphers written from their specifications alone (RFC 8439, and
// draft-irtf-cfrg-xchacha for the long nonce): no line of it is ours or our libraries'.
//
//	atrest ENTRIES.json
//
// It is slow, leaks its keys by its timing, and is for checking vectors only.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"math/bits"
	"os"
)

type entry struct {
	Room, Body, Envelope, Leaf string
	RoomKey                    string `json:"room_key"`
	SealedEnvelope             string `json:"sealed_envelope"`
	WrappedSecret              string `json:"wrapped_secret"`
	Ciphertext                 string
	Number                     int
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	check(err)
	var kit struct {
		Vectors []struct {
			Name  string
			Fault *string
			Input entry
		}
	}
	check(json.Unmarshal(text, &kit))
	for _, vector := range kit.Vectors {
		err := open(vector.Input)
		if (err == nil) != (vector.Fault == nil) {
			check(fmt.Errorf("%s: %v", vector.Name, err))
		}
	}
	fmt.Printf("%d vectors\n", len(kit.Vectors))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func open(e entry) error {
	key := raw(e.RoomKey)
	context := func(what string) []byte {
		return []byte(fmt.Sprintf("good-offices/%s/1\n%s\n%d\n", what, e.Room, e.Number))
	}
	envelope, err := unpad(decrypt(key, context("envelope"), raw(e.SealedEnvelope)))
	if err != nil {
		return err
	}
	if leaf := sha256.Sum256(append([]byte{0}, envelope...)); hex.EncodeToString(leaf[:]) != e.Leaf {
		return errors.New("another leaf")
	}
	var said struct {
		Body struct{ Cipher, Commitment string }
	}
	if err := json.Unmarshal(envelope, &said); err != nil {
		return err
	}
	ciphertext := raw(e.Ciphertext)
	if sum := sha256.Sum256(ciphertext); hex.EncodeToString(sum[:]) != said.Body.Cipher {
		return errors.New("another ciphertext")
	}
	if e.WrappedSecret == "" {
		return nil
	}
	secret, err := decrypt(key, context("secret"), raw(e.WrappedSecret))
	if err != nil {
		return err
	}
	body, err := unpad(decrypt(secret[:32], context("body"), ciphertext))
	if err != nil {
		return err
	}
	mac := hmac.New(sha256.New, secret[32:])
	mac.Write(body)
	if hex.EncodeToString(mac.Sum(nil)) != said.Body.Commitment || string(body) != e.Body || string(envelope) != e.Envelope {
		return errors.New("another body or envelope")
	}
	return nil
}

func raw(digits string) []byte {
	bytes, err := hex.DecodeString(digits)
	check(err)
	return bytes
}

func unpad(padded []byte, err error) ([]byte, error) {
	if err != nil {
		return nil, err
	}
	length := int(binary.BigEndian.Uint32(padded))
	if 4+length > len(padded) || len(bytes.Trim(padded[4+length:], "\x00")) > 0 {
		return nil, errors.New("padding")
	}
	return padded[4 : 4+length], nil
}

// decrypt opens nonce || ciphertext || tag with XChaCha20-Poly1305.
func decrypt(key, context, sealed []byte) ([]byte, error) {
	nonce, ciphertext, tag := sealed[:24], sealed[24:len(sealed)-16], sealed[len(sealed)-16:]
	mixed := rounds(key, nonce[:16])
	sub := words(append(append([]uint32{}, mixed[:4]...), mixed[12:]...))
	short := append(make([]byte, 4), nonce[16:]...)
	padded := func(data []byte) []byte {
		return append(append([]byte{}, data...), make([]byte, (16-len(data)%16)%16)...)
	}
	signed := append(padded(context), padded(ciphertext)...)
	signed = binary.LittleEndian.AppendUint64(signed, uint64(len(context)))
	signed = binary.LittleEndian.AppendUint64(signed, uint64(len(ciphertext)))
	if !bytes.Equal(poly1305(block(sub, 0, short)[:32], signed), tag) {
		return nil, errors.New("tag")
	}
	plain := make([]byte, len(ciphertext))
	for i := range ciphertext {
		if i%64 == 0 {
			copy(plain[i:], block(sub, uint32(1+i/64), short))
		}
		plain[i] ^= ciphertext[i]
	}
	return plain, nil
}

// rounds is ChaCha20 without its last addition; tail is counter and nonce.
func rounds(key, tail []byte) [16]uint32 {
	s := initial(key, tail)
	turn := func(a, b, c, d int) {
		s[a] += s[b]
		s[d] = bits.RotateLeft32(s[d]^s[a], 16)
		s[c] += s[d]
		s[b] = bits.RotateLeft32(s[b]^s[c], 12)
		s[a] += s[b]
		s[d] = bits.RotateLeft32(s[d]^s[a], 8)
		s[c] += s[d]
		s[b] = bits.RotateLeft32(s[b]^s[c], 7)
	}
	for i := 0; i < 10; i++ {
		turn(0, 4, 8, 12)
		turn(1, 5, 9, 13)
		turn(2, 6, 10, 14)
		turn(3, 7, 11, 15)
		turn(0, 5, 10, 15)
		turn(1, 6, 11, 12)
		turn(2, 7, 8, 13)
		turn(3, 4, 9, 14)
	}
	return s
}

func initial(key, tail []byte) [16]uint32 {
	s := [16]uint32{0x61707865, 0x3320646e, 0x79622d32, 0x6b206574}
	for i, bytes := range append(append([]byte{}, key...), tail...) {
		s[4+i/4] |= uint32(bytes) << (8 * (i % 4))
	}
	return s
}

func block(key []byte, counter uint32, nonce []byte) []byte {
	tail := append(words([]uint32{counter}), nonce...)
	mixed, start := rounds(key, tail), initial(key, tail)
	for i := range mixed {
		mixed[i] += start[i]
	}
	return words(mixed[:])
}

func words(from []uint32) []byte {
	var to []byte
	for _, word := range from {
		to = binary.LittleEndian.AppendUint32(to, word)
	}
	return to
}

func poly1305(key, message []byte) []byte {
	little := func(bytes []byte) *big.Int {
		reversed := make([]byte, len(bytes))
		for i, b := range bytes {
			reversed[len(bytes)-1-i] = b
		}
		return new(big.Int).SetBytes(reversed)
	}
	clamp, _ := new(big.Int).SetString("0ffffffc0ffffffc0ffffffc0fffffff", 16)
	prime := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 130), big.NewInt(5))
	r, sum := new(big.Int).And(little(key[:16]), clamp), new(big.Int)
	for len(message) > 0 {
		size := len(message)
		if size > 16 {
			size = 16
		}
		sum.Add(sum, little(append(append([]byte{}, message[:size]...), 1)))
		sum.Mod(sum.Mul(sum, r), prime)
		message = message[size:]
	}
	sum.Add(sum, little(key[16:]))
	tag := make([]byte, 16)
	for i := range tag {
		tag[i] = byte(new(big.Int).Rsh(sum, uint(8*i)).Uint64())
	}
	return tag
}
