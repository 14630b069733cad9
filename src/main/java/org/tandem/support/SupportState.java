package org.tandem.support;

/** Where a support request stands (S-016). DONE from the answer on, whether it is rated or not. */
enum SupportState {
    OPEN,
    ASSIGNED,
    DONE,
    DECLINED
}
