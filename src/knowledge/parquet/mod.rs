//! Records as Parquet files, flat, for DuckDB, pandas, Spark.

mod file;
mod tables;

pub use tables::{TABLES, Tables};
