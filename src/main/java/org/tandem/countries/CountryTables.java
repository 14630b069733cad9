package org.tandem.countries;

import java.text.Collator;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.Payloads;

/** The tables of this module; what leaves the files is marked as retired, never deleted. */
@Component
@RequiredArgsConstructor
class CountryTables {

    private final JdbcClient jdbc;
    private final Clock clock;

    void write(CountryData data) {
        data.countries().forEach(this::write);
        List<Agency> agencies = data.agencies();
        for (int position = 0; position < agencies.size(); position++) {
            write(agencies.get(position), position);
        }
        retireOthers(
                "country", "iso3", data.countries().stream().map(Country::iso3).toList());
        retireOthers("agency", "code", agencies.stream().map(Agency::code).toList());
        data.presences().forEach(this::write);
        jdbc.sql("delete from tandem.country_flag").update();
        data.flags().forEach(this::write);
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
                jdbc.sql("select payload::text, retired_at is not null as retired from tandem.country")
                        .query((rs, i) -> {
                            Country country = Payloads.read(rs.getString(1), Country.class);
                            return rs.getBoolean(2) ? country.asRetired() : country;
                        })
                        .list(),
                jdbc.sql("select payload::text, retired_at is not null as retired from tandem.agency"
                                + " order by position, code")
                        .query((rs, i) -> {
                            Agency agency = Payloads.read(rs.getString(1), Agency.class);
                            return rs.getBoolean(2) ? agency.asRetired() : agency;
                        })
                        .list(),
                jdbc.sql("select agency, iso3, region, present, presence from tandem.country_agency")
                        .query((rs, i) -> new AgencyPresence(
                                rs.getString(1), rs.getString(2), rs.getString(3), rs.getBoolean(4), rs.getString(5)))
                        .list(),
                jdbc.sql(
                                "select payload::text from tandem.country_flag order by array_position(array['ldc', 'lldc', 'sids', 'fragile'], code)")
                        .query((rs, i) -> Payloads.read(rs.getString(1), FlagNote.class))
                        .list());
    }

    private void write(Country country) {
        jdbc.sql("""
                insert into tandem.country (iso3, name_en, name_fr, name_es, ldc, lldc, sids, fragile, payload)
                values (:iso3, :en, :fr, :es, :ldc, :lldc, :sids, :fragile, :payload::jsonb)
                on conflict (iso3) do update set name_en = excluded.name_en, name_fr = excluded.name_fr,
                    name_es = excluded.name_es, ldc = excluded.ldc, lldc = excluded.lldc, sids = excluded.sids,
                    fragile = excluded.fragile, payload = excluded.payload, retired_at = null
                """)
                .param("iso3", country.iso3())
                .param("en", country.nameEn())
                .param("fr", country.nameFr())
                .param("es", country.nameEs())
                .param("ldc", country.ldc())
                .param("lldc", country.lldc())
                .param("sids", country.sids())
                .param("fragile", country.fragile())
                .param("payload", Payloads.write(country))
                .update();
    }

    private void write(Agency agency, int position) {
        jdbc.sql("""
                insert into tandem.agency (code, position, payload) values (:code, :position, :payload::jsonb)
                on conflict (code) do update
                set position = excluded.position, payload = excluded.payload, retired_at = null
                """)
                .param("code", agency.code())
                .param("position", position)
                .param("payload", Payloads.write(agency))
                .update();
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
                """)
                .param("agency", presence.agency())
                .param("iso3", presence.iso3())
                .param("region", presence.region())
                .param("present", presence.present())
                .param("kind", presence.kind())
                .update();
    }

    private void write(FlagNote flag) {
        jdbc.sql("insert into tandem.country_flag (code, payload) values (:code, :payload::jsonb)")
                .param("code", flag.code())
                .param("payload", Payloads.write(flag))
                .update();
    }

    private void retireOthers(String table, String key, List<String> kept) {
        jdbc.sql("update tandem." + table + " set retired_at = :now where retired_at is null and " + key
                        + " not in (:kept)")
                .param("now", OffsetDateTime.now(clock))
                .param("kept", kept)
                .update();
    }
}
