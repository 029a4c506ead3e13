package dev.bellrope.core.broken.unmarked;

/** Lives in a package that says nothing about null. */
public record WithoutNullMarked(String text) {}
