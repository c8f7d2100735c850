"""Answers and how they are collected; closed to everyone but the gate."""
