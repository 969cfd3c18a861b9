using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DeskOutsideLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // New tables only: rows that exist stay as they are. Links are found as articles are saved, and at the next start.
            migrationBuilder.CreateTable(
                name: "outside_link",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    address = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    in_blocks = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    answer = table.Column<int>(type: "INTEGER", nullable: true),
                    silences = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    next_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outside_link", x => x.id);
                    table.CheckConstraint("ck_outside_link_silences_not_negative", "silences >= 0");
                });

            migrationBuilder.CreateTable(
                name: "outside_link_use",
                columns: table => new
                {
                    link_id = table.Column<long>(type: "INTEGER", nullable: false),
                    article_id = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outside_link_use", x => new { x.link_id, x.article_id });
                    table.ForeignKey(
                        name: "fk_outside_link_use_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_outside_link_use_outside_link_link_id",
                        column: x => x.link_id,
                        principalTable: "outside_link",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outside_link_next",
                table: "outside_link",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "ux_outside_link_address",
                table: "outside_link",
                column: "address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outside_link_use_article_id",
                table: "outside_link_use",
                column: "article_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "outside_link_use");

            migrationBuilder.DropTable(
                name: "outside_link");
        }
    }
}
