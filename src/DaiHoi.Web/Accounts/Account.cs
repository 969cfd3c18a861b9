using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Accounts;

/// <summary>Somebody who can sign in.</summary>
internal sealed class Account : IdentityUser<long>
{
    /// <summary>As others see it: "Minh Luận".</summary>
    public string DisplayName { get; set; } = "";
    public DateTime CreatedAt { get; set; }

    /// <summary>From then on nobody signs in with it; its deeds stay.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Times in a row that it was locked: each lock is longer than the one before.</summary>
    public int Locks { get; set; }

    /// <summary>"vi" or "en"; null follows the address.</summary>
    public string? Language { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> builder)
        {
            builder.ToTable("account");
            builder.Property(a => a.DisplayName).HasMaxLength(200);
            builder.Property(a => a.UserName).HasMaxLength(100);
            builder.Property(a => a.NormalizedUserName).HasMaxLength(100);
            builder.Property(a => a.Email).HasMaxLength(254);
            builder.Property(a => a.NormalizedEmail).HasMaxLength(254);
            builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken().HasMaxLength(64);
            builder.Property(a => a.Language).HasMaxLength(2);
            builder.HasIndex(a => a.NormalizedUserName).IsUnique().HasDatabaseName("ux_account_name");
            // Two accounts without an address are no clash; two with the same are.
            builder.HasIndex(a => a.NormalizedEmail).IsUnique().HasDatabaseName("ux_account_email");
        }
    }
}
