using System.CommandLine;

namespace DaiHoi.Web.CommandLine;

/// <summary>A verb of the command line. It lies in the room whose work it starts; this room only lists it.</summary>
public interface IVerb
{
    /// <summary>The word that comes before the verb's own, "import" of "import pages"; null for a verb of one word.</summary>
    string? Group { get; }

    /// <summary>The verb's own word, options and action.</summary>
    Command Command();
}
