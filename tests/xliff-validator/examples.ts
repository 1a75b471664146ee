/** A small file of 2.1 with something of every module in it. */
export const richExample21 = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:val="urn:oasis:names:tc:xliff:validation:2.0" xmlns:its="http://www.w3.org/2005/11/its" xmlns:itsm="urn:oasis:names:tc:xliff:itsm:2.1" version="2.1" srcLang="fr" trgLang="en-GB" its:version="2.0">
 <file id="f1" original="brevine.txt" fs:fs="html">
  <skeleton href="brevine.skl"/>
  <mda:metadata id="md1"><mda:metaGroup id="md2" category="desk"><mda:meta type="by">lm</mda:meta></mda:metaGroup></mda:metadata>
  <res:resourceData><res:resourceItem id="r1" mimeType="image/png"><res:source href="fr.png" xml:lang="fr"/><res:target href="en.png" xml:lang="en-GB"/><res:reference href="note.txt"/></res:resourceItem></res:resourceData>
  <slr:profiles generalProfile="xliff:codepoints"><slr:normalization general="nfc"/></slr:profiles>
  <slr:data profile="xliff:codepoints"/>
  <val:validation><val:rule isNotPresent="lorem" caseSensitive="no"/></val:validation>
  <notes><note id="n1" appliesTo="source" priority="2">Pour la une.</note></notes>
  <group id="g1" name="body">
   <unit id="u1" canResegment="no" slr:sizeRestriction="400">
    <mtc:matches><mtc:match id="ma1" ref="#s1" type="tm" similarity="87.5" matchQuality="90"><originalData><data id="d1">br</data></originalData><source>Le port <ph id="1" dataRef="d1"/></source><target>The port <ph id="1" dataRef="d1"/></target></mtc:match></mtc:matches>
    <gls:glossary><gls:glossEntry id="ge1" ref="#m1"><gls:term source="desk">port</gls:term><gls:translation id="gt1">harbour</gls:translation><gls:definition>Where ships lie.</gls:definition></gls:glossEntry></gls:glossary>
    <res:resourceData><res:resourceItemRef id="rr1" ref="r1"/></res:resourceData>
    <val:validation><val:rule isPresent="port" occurs="1" existsInSource="yes"/><val:rule startsWith="T"/></val:validation>
    <its:locQualityIssues xml:id="lq1"><its:locQualityIssue locQualityIssueType="style" locQualityIssueComment="heavy"/></its:locQualityIssues>
    <its:provenanceRecords xml:id="pr1"><its:provenanceRecord person="lm" tool="depeche"/></its:provenanceRecords>
    <notes><note id="n1">In the <!-- a --> lead.</note></notes>
    <originalData><data id="d1">b</data><data id="d2" dir="rtl">/b<cp hex="001A"/></data></originalData>
    <segment id="s1" state="translated" subState="depeche:drafted"><source>Le <mrk id="m1" type="term">port</mrk> <pc id="c1" dataRefStart="d1" dataRefEnd="d2" type="fmt" subType="xlf:b" fs:fs="b" canDelete="no">de</pc> <sc id="c2" fs:fs="i"/>Brévine</source><target order="3">The <mrk id="m1" type="term">harbour</mrk> <pc id="c1" dataRefStart="d1" dataRefEnd="d2" type="fmt" subType="xlf:b" fs:fs="b" canDelete="no">of</pc> <sc id="c2" fs:fs="i"/>Brévine<ec startRef="c2"/></target></segment>
    <ignorable id="i1"><source xml:space="preserve"> </source><target xml:space="preserve"> </target></ignorable>
    <segment id="s2" state="final"><source><ec startRef="c2"/><mrk id="m2" type="comment" ref="#n=n1">ferme</mrk><sm id="m3" its:locQualityIssuesRef="#its=lq1" itsm:domains="sea"/><ph id="c3" canReorder="firstNo" canCopy="no" canDelete="no" subFlows="u2" slr:equivStorage="2"/><em startRef="m3"/><ph id="c4" canReorder="no" canCopy="no" canDelete="no"/>.</source><target order="1">closes<ph id="c3" canReorder="firstNo" canCopy="no" canDelete="no" subFlows="u2" slr:equivStorage="2"/><ph id="c4" canReorder="no" canCopy="no" canDelete="no"/>.</target></segment>
   </unit>
  </group>
  <unit id="u2" type="depeche:alt"><segment><source>Le quai<ph id="x1"/><ph id="x2" copyOf="x1"/><ec id="e1" isolated="yes" dir="ltr"/></source></segment></unit>
 </file>
</xliff>
`;

/** A small file of 1.2 with most of what its strict schema has. */
export const richExample12 = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
 <file original="brevine.txt" source-language="fr" target-language="en-GB" datatype="plaintext" tool-id="t1" date="2026-11-05T08:30:00Z" category="news">
  <header>
   <skl><external-file href="brevine.skl" uid="e1"/></skl>
   <phase-group><phase phase-name="p1" process-name="review" tool-id="t1" date="2026-11-05T09:00:00Z"><note>by the desk</note></phase></phase-group>
   <glossary><internal-file form="text/csv" crc="a1">port,harbour</internal-file></glossary>
   <count-group name="c1"><count count-type="total" unit="word" phase-name="p1">9</count></count-group>
   <note xml:lang="en" priority="2" from="lm" annotates="general">For the front page.</note>
   <tool tool-id="t1" tool-name="depeche" tool-version="1"/>
  </header>
  <body>
   <group id="g1" restype="x-paragraph" xml:space="preserve" translate="yes" coord="1;-2;#;4" reformat="no">
    <context-group name="cg1" purpose="location information"><context context-type="linenumber" match-mandatory="no">3</context></context-group>
    <note>one</note>
    <trans-unit id="s1" approved="no" resname="title" size-unit="char" maxwidth="80" reformat="coord x-other" phase-name="p1">
     <source xml:lang="fr">Le <g id="1" ctype="bold">port</g> <bpt id="2" rid="r1" ctype="link">a<sub datatype="html">b</sub></bpt>ferme<ept id="3" rid="r1">c</ept> <bx id="4"/>x<ex id="4"/><x id="5" ctype="lb"/><it id="6" pos="open">i</it><ph id="7" assoc="both" xid="s2">p</ph></source>
     <seg-source><mrk mtype="seg" mid="1">Le</mrk> <mrk mtype="seg" mid="2">port</mrk></seg-source>
     <target xml:lang="en-GB" state="needs-translation" state-qualifier="mt-suggestion" phase-name="p1"><mrk mtype="seg" mid="1">The</mrk> <mrk mtype="seg" mid="2">harbour</mrk></target>
     <alt-trans match-quality="90" origin="memory" tool-id="t1" alttranstype="proposal" mid="1"><source>Le</source><target>The</target><note>close</note></alt-trans>
     <note annotates="target">a term: port</note>
    </trans-unit>
    <group id="g2"><trans-unit id="s2"><source>Fin</source></trans-unit></group>
   </group>
   <bin-unit id="b1" mime-type="image/png" translate="no"><bin-source><external-file href="a.png"/></bin-source><bin-target state="final"><internal-file>AA</internal-file></bin-target></bin-unit>
  </body>
 </file>
</xliff>
`;
