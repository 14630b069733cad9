package org.tandem.platform.register;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** Keeps of an address what its register knows: filters and order. */
@Component
@RequiredArgsConstructor
class SaveView {

    private final List<Register<?>> registers;
    private final SavedViews views;

    SavedViews.View save(String address, String name, String query, SignedIn who) {
        Register<?> register = registers.stream()
                .filter(known -> known.address.equals(address))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("platform.register.refused.noRegister"));
        MultiValueMap<String, String> asked =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        String kept = RegisterAddress.parse(register, key -> {
                    String value = asked.getFirst(String.valueOf(key));
                    return value == null ? null : UriUtils.decode(value, java.nio.charset.StandardCharsets.UTF_8);
                })
                .query();
        return views.save(who, address, name, kept);
    }
}
