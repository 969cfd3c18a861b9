using System.Text;

namespace DaiHoi.Rules.Tests.Elections;

/// <summary>Names, ids and keys that somebody wrote: what is read, and how it is shown.</summary>
public sealed class CountFileNamesTests
{
    [Fact]
    public void What_somebody_wrote_is_shown_in_one_short_line()
    {
        var key = new string('x', 300) + "\\u001b[2J\\n";
        var text = Encoding.UTF8.GetString(Samples.Read("count")).Replace("\"round\"", $"\"{key}\"", StringComparison.Ordinal);
        var line = CountFileTests.Read(Encoding.UTF8.GetBytes(text)).Problems.Single().In(Language.English);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.True(line.Length < 150, line);
        Assert.Contains("xx…: ", line, StringComparison.Ordinal);
        // The escape is told as what it is, not printed.
        Assert.Contains(
            "a control character",
            CountFileTests.Read(CountFileTests.Edited(("rules", "\"\\u001b[2Jvn\""))).Problems.Single().In(Language.English),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("a\\u001b[2Jb", "a[2Jb")]
    [InlineData("a\\nb\\u0085c", "abc")]
    [InlineData("a\\ud83c\\udf38b", "ab")]
    [InlineData("a\\u202eb\\u2028c", "abc")]
    public void What_cannot_be_seen_in_a_key_is_not_shown(string key, string shown)
    {
        var text = Encoding.UTF8.GetString(Samples.Read("count")).Replace("\"round\"", $"\"{key}\"", StringComparison.Ordinal);
        Assert.Equal($"election.{shown}", CountFileTests.Read(Encoding.UTF8.GetBytes(text)).Problems.Single().Place);
    }

    // A name goes to a terminal and into the minutes.
    [Theory]
    [InlineData("\\u001b[2J")]
    [InlineData("\\n")]
    [InlineData("\\u0000")]
    [InlineData("\\u0085")]
    [InlineData("\\u007f")]
    [InlineData("\\u2028")]
    [InlineData("\\u202e")]
    [InlineData("\\u202a")]
    [InlineData("\\u2066")]
    [InlineData("\\u2069")]
    [InlineData("\\ufeff")]
    public void What_cannot_be_seen_in_a_name_is_refused(string letter)
    {
        foreach (var field in new[] { "id", "name" })
        {
            var problem = CountFileTests.Read(CountFileTests.Edited(($"candidates/0/{field}", $"\"An{letter}h\""))).Problems[0];
            Assert.Equal($"candidates[0].{field}", problem.Place);
            Assert.Contains("a control character or a line break", problem.In(Language.English), StringComparison.Ordinal);
            Assert.DoesNotContain(problem.In(Language.Vietnamese), char.IsControl);
        }
    }

    // Joiners are written in some languages, a combining mark by some keyboards.
    [Theory]
    [InlineData("\\u200d")]
    [InlineData("\\u0301")]
    [InlineData("\\ud83c\\udf38")]
    [InlineData("'")]
    [InlineData("\\\"")]
    [InlineData("\\u2027")]
    [InlineData("\\u202f")]
    [InlineData("\\u2065")]
    [InlineData("\\u206a")]
    public void What_belongs_to_a_name_is_read(string letter) =>
        Assert.Empty(CountFileTests.Read(CountFileTests.Edited(("candidates/0/name", $"\"An{letter}h\""))).Problems);

    [Fact]
    public void Long_names_and_ids_are_refused()
    {
        Assert.Empty(CountFileTests.Read(CountFileTests.Edited(("candidates/0/name", $"\"{new string('x', 200)}\""))).Problems);
        Assert.NotEmpty(
            CountFileTests.Read(CountFileTests.Edited(("candidates/0/name", $"\"{new string('x', 201)}\""))).Problems
        );
        Assert.NotEmpty(CountFileTests.Read(CountFileTests.Edited(("candidates/0/id", $"\"{new string('x', 101)}\""))).Problems);
    }
}
