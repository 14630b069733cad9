# Tandem in two commands: `make run` and `make test`. Plain Maven equivalents are in the README.

PORT ?= 8080
DATA ?= data
SCALE ?= 1
PARTS ?=
MVN ?= mvn
JAVA ?= java
# Quick to start and small; for a long-lived server, JAVA_OPTS= lets Java compile and collect at full strength.
JAVA_OPTS ?= -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m -XX:+UseSerialGC

APP := target/app
ARCHIVE := $(APP)/tandem.jsa
SOURCES := $(shell find pom.xml package.json package-lock.json src/main processes forms -type f 2>/dev/null)

export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1

.PHONY: help run backup restore test soak bench exit-drill browser clean

help:
	@echo "make run            start Tandem with a database of its own in ./data and a demo roster"
	@echo "make run PORT=8081 DATA=/some/directory"
	@echo "make backup TO=/some/directory       copies the database of the Tandem that runs on DATA"
	@echo "make restore FROM=/some/directory    makes a new DATA directory from a backup"
	@echo "make test           every check, on this machine, in one go"
	@echo "make soak           the same at full scale"
	@echo "make bench          how fast it is against the bare engine; make bench SCALE=0.05 PARTS=completion,start"
	@echo "make exit-drill     the tests of the processes with a fork in the place of the engine"
	@echo "make clean          remove what was built; your data stay"

# The first start also notes which classes it loads (class-data sharing), so that later starts are quicker.
run: $(APP)/tandem.jar
	@if [ -f $(ARCHIVE) ]; then sharing=-XX:SharedArchiveFile=$(ARCHIVE); \
	else sharing=-XX:ArchiveClassesAtExit=$(ARCHIVE); fi; \
	$(JAVA) $$sharing -Xlog:cds=off -Xlog:cds+dynamic=off $(JAVA_OPTS) -jar $(APP)/tandem.jar \
		--server.port=$(PORT) --tandem.data=$(DATA) || [ $$? -eq 130 ] || [ $$? -eq 143 ]

# Never built anew for these two: a Tandem may be running from what was built before.
backup:
	@test -f $(APP)/tandem.jar || $(MAKE) -s $(APP)/tandem.jar
	@$(JAVA) $(JAVA_OPTS) -jar $(APP)/tandem.jar backup "$(TO)" --tandem.data=$(DATA)

restore:
	@test -f $(APP)/tandem.jar || $(MAKE) -s $(APP)/tandem.jar
	@$(JAVA) $(JAVA_OPTS) -jar $(APP)/tandem.jar restore "$(FROM)" --tandem.data=$(DATA)

$(APP)/tandem.jar: $(SOURCES)
	@echo "Building Tandem; the first time this fetches what it needs and takes a few minutes ..."
	@$(MVN) -B -q -ntp -Dmaven.test.skip=true package
	@rm -rf $(APP) $(APP).new
	@$(JAVA) -Djarmode=tools -jar target/tandem.jar extract --destination $(APP).new
	@mv $(APP).new $(APP)
	@touch $@

test: browser
	TANDEM_CHROMIUM="$$(sh src/test/sh/chromium.sh)" $(MVN) -B -ntp verify

soak: browser
	TANDEM_CHROMIUM="$$(sh src/test/sh/chromium.sh)" $(MVN) -B -ntp verify -Dtandem.scale=1
	@sh src/test/sh/soak-report.sh

# Best on a machine that does nothing else: every figure is time that passed.
bench: $(APP)/tandem.jar
	@$(MVN) -B -q -ntp test-compile exec:exec@bench -Dbench.scale=$(SCALE) "-Dbench.parts=$(PARTS)"

exit-drill:
	@sh src/test/sh/exit-drill.sh

browser:
	@sh src/test/sh/chromium.sh install

clean:
	$(MVN) -B -q clean
