package org.tandem.broken.open;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;

/** A controller anybody could call. */
@Controller
@Profile("never")
public class SowingPages {}
