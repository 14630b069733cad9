package org.tandem.countries;

import java.text.Collator;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.ReferenceRows;

/** The tables of this module. */
@Component
@RequiredArgsConstructor
class CountryTables {

    private final JdbcClient jdbc;
    private final ReferenceRows rows;

    void write(CountryData data) {
        data.countries().forEach(this::write);
        List<Agency> agencies = data.agencies();
        agencies.forEach(agency -> rows.write(
                "tandem.agency", "code", Map.of("code", agency.code(), "position", agencies.indexOf(agency)), agency));
        rows.keep(
                "tandem.country",
                "iso3",
                data.countries().stream().map(Country::iso3).toList());
        rows.keep("tandem.agency", "code", agencies.stream().map(Agency::code).toList());
        data.presences().forEach(this::write);
        jdbc.sql("delete from tandem.country_flag").update();
        data.flags().forEach(flag -> rows.write("tandem.country_flag", "code", Map.of("code", flag.code()), flag));
        sortNames();
    }

    /** Of those that have left the files as well: cases refer to them. */
    private void sortNames() {
        jdbc.sql("select iso3, name_en, name_fr from tandem.country")
                .query((row, number) -> jdbc.sql("update tandem.country set sort_en = ?, sort_fr = ? where iso3 = ?")
                        .params(
                                sortKey(row.getString("name_en"), Locale.ENGLISH),
                                sortKey(row.getString("name_fr"), Locale.FRENCH),
                                row.getString("iso3"))
                        .update())
                .list();
    }

    private static String sortKey(String name, Locale language) {
        return HexFormat.of()
                .formatHex(Collator.getInstance(language).getCollationKey(name).toByteArray());
    }

    CountryData read() {
        return new CountryData(
                rows.lasting("tandem.country", "iso3", Country.class),
                rows.lasting("tandem.agency", "position, code", Agency.class),
                jdbc.sql("select agency, iso3, region, present, presence as kind from tandem.country_agency")
                        .query(AgencyPresence.class)
                        .list(),
                rows.all(
                        "tandem.country_flag",
                        "array_position(array['ldc', 'lldc', 'sids', 'fragile'], code)",
                        FlagNote.class));
    }

    private void write(Country country) {
        rows.write(
                "tandem.country",
                "iso3",
                Map.of(
                        "iso3", country.iso3(),
                        "name_en", country.nameEn(),
                        "name_fr", country.nameFr(),
                        "name_es", country.nameEs(),
                        "ldc", country.ldc(),
                        "lldc", country.lldc(),
                        "sids", country.sids(),
                        "fragile", country.fragile()),
                country);
    }

    private void write(AgencyPresence presence) {
        jdbc.sql("insert into tandem.region_change (agency, iso3) select agency, iso3 from tandem.country_agency"
                        + " where agency = ? and iso3 = ? and region is distinct from ?")
                .params(Arrays.asList(presence.agency(), presence.iso3(), presence.region()))
                .update();
        jdbc.sql("""
                insert into tandem.country_agency (agency, iso3, region, present, presence)
                values (:agency, :iso3, :region, :present, :kind)
                on conflict (agency, iso3) do update
                set region = excluded.region, present = excluded.present, presence = excluded.presence
                """).paramSource(presence).update();
    }
}
