#!/bin/sh
# The exit drill: on a copy of the project, puts the fork Operaton in the place of the engine and runs the tests of processes and
# modules. Camunda 7.24 was the last community release; this says how far away the way out is. What breaks: docs/exit-drill.md.
set -e
copy=target/exit-drill
fork=operaton
tests=${TESTS:-*ProcessTests,*ModuleTests,ScenarioTests,OneTransactionTests,AtTheSameMomentTests,Engine*Tests,ShutdownTests,SoundnessTests,TablesTests,ModelChecksTests,MigrationTests,OperationsTests}
mvn=${MVN:-mvn}

# The newest release the build can resolve.
starter=org.$fork.bpm.springboot:$fork-bpm-spring-boot-starter
$mvn -B -q -ntp dependency:get -Dartifact="$starter:RELEASE:pom" -Dtransitive=false
repository=$($mvn -B -q -ntp help:evaluate -Dexpression=settings.localRepository -DforceStdout | sed 's/\x1b\[[0-9;]*m//g')
release=$(cat "$repository"/org/$fork/bpm/springboot/$fork-bpm-spring-boot-starter/maven-metadata-*.xml \
  | grep -o '<release>[^<]*' | cut -d'>' -f2 | sort -V | tail -1)
echo "Putting $fork $release in the place of Camunda 7."

rm -rf $copy && mkdir -p $copy
git ls-files -z | xargs -0 cp --parents -t $copy
cd $copy

sed -i "s|<camunda.version>.*</camunda.version>|<camunda.version>$release</camunda.version>|
  s|org\.camunda\.bpm|org.$fork.bpm|; s|camunda-bom|$fork-bom|; s|camunda-bpm-|$fork-bpm-|" pom.xml
sed -i "s|^camunda:|$fork:|; s|org\.camunda:|org.$fork:|" src/main/resources/application.yml
grep -rlE 'camunda' src --include=*.java --include=*.factories --include=*.json | xargs sed -i -E "
  s/org\.camunda\.bpm/org.$fork.bpm/g; s/instance\.camunda\./instance.$fork./g; s/\bcamunda\.bpm\./$fork.bpm./g
  s/\b(get|set|is)Camunda/\1Operaton/g; s/\b(Abstract)?Camunda([A-Z][A-Za-z]+)\b/\1Operaton\2/g; s/\bcamunda([A-Z]\w*)\(/${fork}\1(/g"

# The library that measures which flow nodes were passed, and the assertions it needs, know Camunda 7 only: here the roads are
# walked, not counted.
perl -0pi -e 's|\s*<dependency>\s*<groupId>[^<]*</groupId>\s*<artifactId>[^<]*(bpm-assert\|process-test-coverage)[^<]*</artifactId>.*?</dependency>||gs' pom.xml
rm -f src/test/java/org/tandem/CoverageThreshold.java
cat > src/test/java/org/tandem/RoadsCovered.java <<'JAVA'
package org.tandem;

public class RoadsCovered implements org.springframework.test.context.TestExecutionListener {}
JAVA
sed -i "/ProcessCoverageConfigurator/d; s/new AbstractOperatonConfiguration()/new AbstractOperatonConfiguration(properties)/
  s/watchedProcesses(/watchedProcesses(org.$fork.bpm.spring.boot.starter.property.OperatonBpmProperties properties, /" \
  src/test/java/org/tandem/ProcessTestConfiguration.java
sed -i 's/, CoverageThreshold.class//' src/test/java/org/tandem/TandemTest.java

$mvn -B -ntp test -Dexec.skip -Dspotless.check.skip -Dsurefire.failIfNoSpecifiedTests=false -Dtest="$tests"
