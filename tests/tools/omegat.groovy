// A person at work in OmegaT: run with --script, it does what the JSON file in DEPECHE_GESTURES says, entry by entry, and has OmegaT write
// its own omegat/project_save.tmx. { "2": { "text": "…", "note": "…", "everywhere": true } }: the number of the entry; text null takes the
// translation out, "" is OmegaT's empty translation; everywhere makes it the default for all entries with the same source.
import groovy.json.JsonSlurper
import org.omegat.core.data.PrepareTMXEntry
import org.omegat.util.Preferences

if (eventType.toString() == 'LOAD') {
  Preferences.setPreference(Preferences.TEAM_AUTHOR, 'Ben Okri')
  def gestures = new JsonSlurper().parse(new File(System.getenv('DEPECHE_GESTURES')), 'UTF-8')
  project.allEntries.each { entry ->
    def gesture = gestures[entry.entryNum().toString()]
    if (gesture == null) return
    def made = new PrepareTMXEntry(source: entry.srcText, translation: gesture.text, note: gesture.note)
    // Taking out goes where the translation is: what tm/auto filled in is a default.
    def isDefault = gesture.everywhere || (gesture.text == null && project.getTranslationInfo(entry).defaultTranslation)
    project.setTranslation(entry, made, isDefault as boolean, null)
  }
  // saveProject() needs a window; this is the writer behind it.
  def properties = project.projectProperties
  project.@projectTMX.save(properties, properties.projectInternal + 'project_save.tmx', true)
}
