package io.quartermaster.dashboard;

/// A page inside the frame: with the navigation, for people who are signed in.
interface Framed {}
