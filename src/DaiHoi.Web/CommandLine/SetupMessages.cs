using DaiHoi.Web.Data;

namespace DaiHoi.Web.CommandLine;

/// <summary>One clear line, in both languages, for each reason why the program cannot work with its data.</summary>
internal static class SetupMessages
{
    public static string Of(SetupException problem) =>
        problem.Problem switch
        {
            SetupProblem.FolderNotWritable =>
                $"Không ghi được vào thư mục dữ liệu «{problem.Detail}» / The data folder cannot be written: {problem.Detail}",
            SetupProblem.CannotOpen =>
                $"Không mở được cơ sở dữ liệu / The database cannot be opened: {problem.Detail.ReplaceLineEndings(" ")}",
            SetupProblem.NewerVersion =>
                $"Cơ sở dữ liệu thuộc phiên bản mới hơn của DaiHoi ({problem.Detail}); hãy cập nhật chương trình / "
                    + "The database belongs to a newer version of DaiHoi: update the program",
            SetupProblem.NoBackup =>
                $"Chưa nâng cấp vì không sao lưu được / Not upgraded, because no backup could be made: {problem.Detail.ReplaceLineEndings(" ")}",
            SetupProblem.UpgradeFailed => UpgradeFailed(problem.Detail.Split('\n')),
            _ => throw new InvalidOperationException(problem.Problem.ToString()),
        };

    private static string UpgradeFailed(string[] detail) =>
        $"Nâng cấp cơ sở dữ liệu không thành công, dữ liệu cũ còn nguyên (bản sao lưu: {detail[^1]}) / "
        + $"The database could not be upgraded and is as it was (backup: {detail[^1]}): {detail[0]}";
}
