package org.tandem.cases;

import org.springframework.data.jpa.repository.JpaRepository;

/** Where case covers are kept. */
interface CaseFiles extends JpaRepository<CaseFile, String> {}
