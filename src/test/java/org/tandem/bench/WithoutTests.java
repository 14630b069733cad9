package org.tandem.bench;

import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The classes of the tests lie on the same path: their movable clocks and saboteurs are not to be measured. */
class WithoutTests extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
        return reader.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WithoutTests;
    }

    @Override
    public int hashCode() {
        return WithoutTests.class.hashCode();
    }
}
