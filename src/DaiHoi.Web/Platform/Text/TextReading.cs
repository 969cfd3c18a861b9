namespace DaiHoi.Web.Platform.Text;

/// <summary>What bytes read as.</summary>
/// <param name="Text">clean NFC text</param>
/// <param name="Encoding">"utf-8", "utf-16", "windows-1258", "tcvn3" or "vni"; with " in utf-8" behind where a later program
/// had taken the old signs for Latin letters and saved those</param>
/// <param name="Share">of the words with marks, those that are written as Vietnamese words can be, 0 to 1; 1 where no word
/// has a mark</param>
/// <param name="Decided">the share is high enough and no other reading is better, or a person chose the encoding</param>
/// <param name="Damaged">characters that could not be read and stand as U+FFFD</param>
/// <param name="CaseLost">the encoding keeps no capitals with marks: those of headings may have become small letters</param>
/// <param name="Sample">the first words with marks, to show a person what it read as</param>
public sealed record TextReading(
    string Text,
    string Encoding,
    double Share,
    bool Decided,
    int Damaged,
    bool CaseLost,
    string Sample
);
