"""The ground under all that is kept: what things are called, who may write, what is remembered between builds.

`hashing` names things by what they are; `writing` is the one that writes, whole or not at all, with `swapping`, which
puts a new site in place of the old, `ledger`, which knows what a build wrote, and `memory`, which knows what it read;
`cache` keeps what was made once.
"""
