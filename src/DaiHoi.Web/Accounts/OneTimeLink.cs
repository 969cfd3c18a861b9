using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Accounts;

/// <summary>A link with which one account sets its password once: at the first start, for a new account, after a loss.</summary>
internal sealed class OneTimeLink
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    /// <summary>SHA-256 of what the link holds: who reads the table cannot use it.</summary>
    public required string CodeHash { get; init; }
    public required long AccountId { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }

    public static string PathOf(string code) => "/dang-nhap/dat-mat-khau?ma=" + code;

    public static string NewCode() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    internal sealed class Table : IEntityTypeConfiguration<OneTimeLink>
    {
        public void Configure(EntityTypeBuilder<OneTimeLink> builder)
        {
            builder.ToTable("one_time_link");
            builder.HasKey(l => l.CodeHash);
            builder.Property(l => l.CodeHash).HasMaxLength(64);
            builder.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
        }
    }
}
