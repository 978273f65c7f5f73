//! Reverse-mode automatic differentiation over populations of numbers.
