package org.tandem.frameworks;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface FrameworkSettings extends Repository<FrameworkSetting, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<FrameworkSetting> findByFramework(String framework);

    FrameworkSetting saveAndFlush(FrameworkSetting setting);
}
