package net.example.visits;

/** Where a joint visit stands. */
enum VisitState {
    ASKED,
    REPORTED,
    CANCELLED
}
