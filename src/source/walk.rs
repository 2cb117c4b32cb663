//! Which files of a folder are journey maps.
