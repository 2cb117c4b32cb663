# Every check, as in CI.
check:
    .ci/run

# Write the outputs that tests compare with: pages of rules, schemas, snapshots.
bless:
    CXMAP_BLESS=1 INSTA_UPDATE=always cargo test

# How fast it is, as ratios within one run.
bench:
    cargo bench --bench ratios
