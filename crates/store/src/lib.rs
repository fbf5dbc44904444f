//! Sealed bytes under (room, number), in SQLite or PostgreSQL. Knows no domain type.
