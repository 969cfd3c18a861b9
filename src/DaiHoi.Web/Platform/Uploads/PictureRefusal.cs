namespace DaiHoi.Web.Platform.Uploads;

/// <summary>Why a picture was not taken in.</summary>
public enum PictureRefusal
{
    /// <summary>Not JPEG, PNG, WebP, GIF or BMP by its content, whatever its name says.</summary>
    NotAPicture,

    /// <summary>More than 50 megapixels, by its header: it was not decoded.</summary>
    TooLarge,

    /// <summary>Cut off or damaged: a part of it cannot be decoded.</summary>
    Damaged,

    /// <summary>A whole picture, and a page, a PDF, an archive or a program as well.</summary>
    SecondFile,
}
