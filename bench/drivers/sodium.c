// Signatures, key agreement, encryption and hashes with libsodium's portable
// code.
#include "bench.h"
#include <sodium.h>

int main(int argc, char **argv) {
  unsigned char seed[32], public[32], secret[64], signature[64], shared[32];
  unsigned char scalar[32], nonce[24], key[32], hash[64];
  enum { Size = 16384 };
  unsigned char *message = allocate(Size), *sealed = allocate(Size + 16);
  unsigned long long length;
  for (int i = 0; i < 32; ++i)
    seed[i] = scalar[i] = key[i] = nonce[i % 24] = randomWord();
  for (int i = 0; i < Size; ++i)
    message[i] = randomWord();
  for (int round = rounds(argc, argv, 1200); round > 0; --round) {
    crypto_sign_ed25519_seed_keypair(public, secret, seed);
    crypto_sign_ed25519_detached(signature, &length, message, 200, secret);
    if (crypto_sign_ed25519_verify_detached(signature, message, 200, public))
      return 1;
    if (crypto_scalarmult_curve25519_base(shared, scalar) ||
        crypto_scalarmult_curve25519(shared, seed, shared))
      return 2;
    crypto_aead_chacha20poly1305_ietf_encrypt(sealed, &length, message, Size,
                                              signature, 64, 0, nonce, key);
    if (crypto_aead_chacha20poly1305_ietf_decrypt(
            message, &length, 0, sealed, length, signature, 64, nonce, key))
      return 3;
    crypto_generichash_blake2b(hash, 64, sealed, Size, key, 32);
    crypto_hash_sha512(hash, hash, 64);
    memcpy(seed, hash, 32);
    memcpy(key, shared, 32);
    mixBytes(signature, 64);
    mixBytes(hash, 64);
  }
  return finish();
}
