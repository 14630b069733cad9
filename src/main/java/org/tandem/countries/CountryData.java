package org.tandem.countries;

import java.util.List;

/** Everything the files, or the tables, say about countries and agencies at one moment. */
record CountryData(
        List<Country> countries, List<Agency> agencies, List<AgencyPresence> presences, List<FlagNote> flags) {}
