namespace DaiHoi.Web.Platform.Uploads;

/// <summary>Why a PDF was not taken in.</summary>
public enum PdfRefusal
{
    /// <summary>It does not begin as one, whatever its name says, or something else stands before it.</summary>
    NotAPdf,

    /// <summary>Cut off, or the table of its parts is not where it says.</summary>
    Damaged,

    /// <summary>Something that is no PDF stands behind its end: it is two files in one.</summary>
    SomethingBehind,

    /// <summary>Encrypted: nobody can see what it holds, and not every reader could open it.</summary>
    Locked,

    /// <summary>It acts by itself: JavaScript, starting a program, sending a form, playing something.</summary>
    Acts,

    /// <summary>Other files are packed into it.</summary>
    HoldsFiles,

    /// <summary>Parts are packed so that they cannot be looked through, or unpack to more than anybody wrote.</summary>
    TooDense,
}
