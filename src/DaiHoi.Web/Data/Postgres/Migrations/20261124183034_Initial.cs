using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "adoption",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    source = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    adopted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    odometer = table.Column<long>(type: "bigint", nullable: true),
                    week = table.Column<long>(type: "bigint", nullable: true),
                    month = table.Column<long>(type: "bigint", nullable: true),
                    year = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adoption", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "article_view_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    article = table.Column<long>(type: "bigint", nullable: false),
                    views = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_view_day", x => new { x.day, x.article });
                    table.CheckConstraint("ck_article_view_day_not_negative", "views >= 0");
                });

            migrationBuilder.CreateTable(
                name: "article_views",
                columns: table => new
                {
                    article = table.Column<long>(type: "bigint", nullable: false),
                    views = table.Column<long>(type: "bigint", nullable: false),
                    adopted = table.Column<long>(type: "bigint", nullable: false),
                    changed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_views", x => x.article);
                    table.CheckConstraint("ck_article_views_not_negative", "views >= 0 and adopted >= 0");
                });

            migrationBuilder.CreateTable(
                name: "visit_carry_over",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    saved_at = table.Column<long>(type: "bigint", nullable: false),
                    visitors = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_carry_over", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "visit_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    visits = table.Column<long>(type: "bigint", nullable: false),
                    page_views = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_day", x => x.day);
                    table.CheckConstraint("ck_visit_day_not_negative", "visits >= 0 and page_views >= 0");
                });

            migrationBuilder.CreateIndex(
                name: "ux_adoption_source",
                table: "adoption",
                column: "source",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_views_changed",
                table: "article_views",
                column: "changed");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "adoption");

            migrationBuilder.DropTable(
                name: "article_view_day");

            migrationBuilder.DropTable(
                name: "article_views");

            migrationBuilder.DropTable(
                name: "visit_carry_over");

            migrationBuilder.DropTable(
                name: "visit_day");
        }
    }
}
