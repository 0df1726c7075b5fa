"""Short keys for public addresses: easily read out, and nobody can guess the next one."""

import secrets

# Without 0, 1, i, l, o and u: nothing to confuse, and hardly a word to be formed.
ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12


def new_secret():
    """For a link that opens what is not public: 128 bits and more."""
    return "".join(secrets.choice(ALPHABET) for _ in range(32))


def new_key():
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
