// SPDX-License-Identifier: Apache-2.0
// What an embedder's project got and saw.

def target = new File(basedir, 'target')

def answer = new File(target, 'answer.txt').getText('UTF-8').trim()
assert answer == '172 rows'

// Lines such as "   org.slf4j:slf4j-api:jar:2.0.17:compile -- module org.slf4j"
def resolved = new File(target, 'resolved.txt').readLines('UTF-8')
    .collect { it.replaceAll(/\u001B\[[0-9;]*m/, '').trim().split(' ')[0].split(':') }
    .findAll { it.length >= 5 }
assert resolved.size() > 30 : "the list of what was resolved looks cut off: $resolved"

def versions = resolved.collectEntries { [it[1], it[-2]] }
[
    'slf4j-api'    : '2.0.17',
    'commons-io'   : '2.20.0',
    'caffeine'     : '3.2.2',
    'commons-lang3': '3.19.0',
    'commons-codec': '1.19.0',
    'jena-arq'     : '5.6.0',
    'owlapi-api'   : '5.5.1',
].each { artifact, version ->
  assert versions[artifact] == version : "$artifact is ${versions[artifact]}, not $version"
}

def unwanted = ['jetty', 'fuseki', 'servlet', 'picocli', 'progressbar', 'jline', 'slf4j-nop', 'junit', 'rdf4j', 'oboformat']
def strangers = resolved.findAll { gav -> unwanted.any { (gav[0] + ':' + gav[1]).contains(it) } }
assert strangers.isEmpty() : "came along and should not: ${strangers.collect { it[0] + ':' + it[1] }}"

return true
