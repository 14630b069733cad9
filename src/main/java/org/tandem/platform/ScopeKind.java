package org.tandem.platform;

/** How far a mandate reaches (D6); a framework scope limits a coordinator to one framework. */
public enum ScopeKind {
    WORLD,
    REGION,
    COUNTRY,
    AREA,
    FUND,
    FRAMEWORK
}
