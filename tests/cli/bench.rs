//! `chancery bench`.
