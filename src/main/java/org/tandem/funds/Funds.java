package org.tandem.funds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.Getter;

/** All funds, in memory, with the rules they have in common. */
public class Funds {

    private final List<Fund> funds;

    /** Fees and forms that most funds share, as they stand in the data. */
    @Getter
    private final Map<String, Object> commonRules;

    @Getter
    private final String asOf;

    Funds(FundData data) {
        funds = data.funds();
        commonRules = data.commonRules();
        asOf = data.asOf();
    }

    /** By code or by one of its other names; also finds funds that have left the data. */
    public Optional<Fund> find(String codeOrAlias) {
        return funds.stream()
                .filter(fund ->
                        fund.code().equals(codeOrAlias) || fund.aliases().contains(codeOrAlias))
                .findFirst();
    }

    public List<Fund> all() {
        return funds.stream().filter(fund -> !fund.retired()).toList();
    }

    /** The windows of a fund that are funds of their own. */
    public List<Fund> windowsOf(String code) {
        return all().stream().filter(fund -> code.equals(fund.parent())).toList();
    }
}
