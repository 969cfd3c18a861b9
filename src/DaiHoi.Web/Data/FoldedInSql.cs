namespace DaiHoi.Web.Data;

/// <summary>
/// Names without marks and case, made by the database itself: for the rows that a migration finds. What the program
/// writes later it folds itself.
/// </summary>
internal static class FoldedInSql
{
    private static readonly (char Plain, string Marked)[] Letters =
    [
        ('a', "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"),
        ('d', "đĐ"),
        ('e', "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ"),
        ('i', "ìíỉĩịÌÍỈĨỊ"),
        ('o', "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"),
        ('u', "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ"),
        ('y', "ỳýỷỹỵỲÝỶỸỴ"),
    ];

    /// <summary>An expression that means the same on both databases.</summary>
    public static string Of(string column)
    {
        var folded = $"lower({column})";
        foreach (var (plain, marked) in Letters)
        {
            foreach (var letter in marked)
                folded = $"replace({folded}, '{letter}', '{plain}')";
        }
        return folded;
    }
}
