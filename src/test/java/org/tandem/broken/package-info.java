/** Offenders: each breaks one rule of the house, so that the rule has been seen red. Nothing here runs. */
package org.tandem.broken;
