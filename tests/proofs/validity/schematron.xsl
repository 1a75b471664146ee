<?xml version="1.0" encoding="UTF-8"?>
<!--
  ISO Schematron to XSLT 2.0, as far as the schemas of XLIFF 2.1 need it: patterns, rules, let, assert, report, value-of, name.
  In: the paths of schemas, separated by line feeds. Out: one stylesheet; run on a document it writes a line for each thing found.
-->
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:out="urn:depeche:generated" exclude-result-prefixes="sch">
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output indent="yes"/>
  <xsl:param name="schemas"/>

  <xsl:template name="compile">
    <xsl:variable name="all" select="for $path in tokenize($schemas, '\n') return doc($path)/sch:schema"/>
    <xsl:variable name="patterns" select="$all/sch:pattern"/>
    <out:stylesheet version="2.0">
      <xsl:for-each-group select="$all/sch:ns" group-by="@prefix">
        <xsl:namespace name="{@prefix}" select="string(@uri)"/>
      </xsl:for-each-group>
      <out:output method="text"/>
      <out:template match="/">
        <xsl:for-each select="$patterns">
          <out:apply-templates select="//* | //@*" mode="pattern-{position()}"/>
        </xsl:for-each>
      </out:template>
      <xsl:for-each select="$patterns">
        <xsl:variable name="mode" select="concat('pattern-', position())"/>
        <out:template match="node() | @*" mode="{$mode}" priority="-1"/>
        <xsl:for-each select="sch:rule">
          <!-- Of the rules of a pattern the first that fits a node is the only one that fires. -->
          <out:template match="{@context}" mode="{$mode}" priority="{1000 - position()}">
            <xsl:apply-templates/>
          </out:template>
        </xsl:for-each>
      </xsl:for-each>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="sch:let">
    <out:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="sch:assert">
    <out:if test="not({@test})"><xsl:call-template name="finding"/></out:if>
  </xsl:template>

  <xsl:template match="sch:report">
    <out:if test="{@test}"><xsl:call-template name="finding"/></out:if>
  </xsl:template>

  <xsl:template name="finding">
    <out:variable name="message"><xsl:apply-templates mode="message"/></out:variable>
    <out:value-of select="normalize-space($message), '&#10;'"/>
  </xsl:template>

  <xsl:template match="text()"/>
  <xsl:template match="text()" mode="message"><out:text><xsl:value-of select="."/></out:text></xsl:template>
  <xsl:template match="sch:value-of" mode="message"><out:value-of select="{@select}"/></xsl:template>
  <xsl:template match="sch:name" mode="message"><out:value-of select="name({@path})"/></xsl:template>

  <!-- What is not known here must not pass unseen. -->
  <xsl:template match="sch:rule/*[not(self::sch:let | self::sch:assert | self::sch:report)]">
    <xsl:message terminate="yes">no rule here for <xsl:value-of select="name()"/></xsl:message>
  </xsl:template>
</xsl:stylesheet>
