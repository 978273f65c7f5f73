//! Figures as plain data, drawn by one function on any plotters backend.
