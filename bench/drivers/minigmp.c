// Powers modulo a number, factorials, square roots and digits with GMP's small
// sibling.
#include "bench.h"
#include "mini-gmp.h"

static void mixNumber(const mpz_t number) {
  char *digits = mpz_get_str(0, 10, number);
  mixBytes(digits, strlen(digits));
  free(digits);
}

// Leaves the greatest common divisor in `a`. mpz_gcd takes a limb for an
// unsigned long, which WebAssembly's 64-bit limbs are not.
static void reduce(mpz_t a, mpz_t b) {
  while (mpz_sgn(b) != 0) {
    mpz_mod(a, a, b);
    mpz_swap(a, b);
  }
}

int main(int argc, char **argv) {
  mpz_t a, b, m, r;
  mpz_init(a), mpz_init(b), mpz_init(m), mpz_init(r);
  for (int round = rounds(argc, argv, 87); round > 0; --round) {
    mpz_fac_ui(a, 900 + round % 50);
    mpz_ui_pow_ui(m, 3, 640);
    mpz_add_ui(m, m, 2 * round);
    mpz_ui_pow_ui(b, 7, 300 + round);
    mpz_powm(r, a, b, m);
    mixNumber(r);
    mpz_sqrt(r, a);
    mixNumber(r);
    mixNumber(a);
    reduce(a, m);
    mixNumber(a);
  }
  return finish();
}
